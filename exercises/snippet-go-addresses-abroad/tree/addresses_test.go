package addresses

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"
)

type memory map[string]Address

func (m memory) Get(_ context.Context, customer string) (Address, error) {
	address, ok := m[customer]
	if !ok {
		return address, ErrUnknown
	}
	return address, nil
}

func (m memory) Put(_ context.Context, customer string, address Address) error {
	m[customer] = address
	return nil
}

func (m memory) Update(ctx context.Context, customer string, change func(*Address) error) (Address, error) {
	address, err := m.Get(ctx, customer)
	if err == nil {
		err = change(&address)
	}
	if err == nil {
		m[customer] = address
	}
	return address, err
}

func TestAddresses(t *testing.T) {
	api := API{memory{}}
	for _, step := range []struct {
		method, body string
		code         int
		has          string
	}{
		{"GET", "", 404, "no address"},
		{"PUT", `{"street": "Ring 1", "city": "Wien", "postcode": "1010", "country": "AT"}`, 200, "Wien"},
		{"PUT", `{"street": "Ring 1", "city": "Wien", "postcode": "10100", "country": "AT"}`, 400, "wanted"},
		{"PUT", `{"street": "Ring 1", "city": "Oslo", "postcode": "0150", "country": "NO"}`, 400, "country"},
		{"PATCH", `{"street": "Ring 2"}`, 200, "Ring 2"},
		{"GET", "", 200, "1010"},
	} {
		recorder := httptest.NewRecorder()
		api.ServeHTTP(recorder, httptest.NewRequest(step.method, "/addresses/c1", strings.NewReader(step.body)))
		if recorder.Code != step.code || !strings.Contains(recorder.Body.String(), step.has) {
			t.Errorf("%s %s answers %d %s", step.method, step.body, recorder.Code, recorder.Body)
		}
	}
}
