// A service that knows of no countries writes an address, and the support desk changes one that is stored.
// in: .
package addresses

import (
	"context"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

type shelf struct {
	sync.Mutex
	address Address
	between func()
}

func (s *shelf) Get(context.Context, string) (Address, error) {
	s.Lock()
	defer s.Unlock()
	found := s.address
	if other := s.between; other != nil {
		s.between = nil
		s.Unlock()
		other()
		s.Lock()
	}
	return found, nil
}

func (s *shelf) Put(_ context.Context, _ string, address Address) error {
	s.Lock()
	defer s.Unlock()
	s.address = address
	return nil
}

func (s *shelf) Update(_ context.Context, _ string, change func(*Address) error) (Address, error) {
	s.Lock()
	defer s.Unlock()
	changed := s.address
	if err := change(&changed); err != nil {
		return changed, err
	}
	s.address = changed
	return changed, nil
}

func call(s *shelf, method, body string) (int, string) {
	recorder := httptest.NewRecorder()
	API{s}.ServeHTTP(recorder, httptest.NewRequest(method, "/addresses/c1", strings.NewReader(body)))
	return recorder.Code, recorder.Body.String()
}

func TestGermanyIsUnderstood(t *testing.T) {
	code, said := call(&shelf{}, "PUT", `{"street": "Am Markt 1", "city": "Bonn", "zip": "53111", "postcode": "53111"}`)
	if code != 200 {
		t.Fatalf("an address without a country is answered %d %s", code, said)
	}
}
