// Two change one address at the same time, each another field.
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

func TestBothChangesStay(t *testing.T) {
	s := &shelf{address: Address{Street: "Ring 1", City: "Wiem", Postcode: "1010", Country: "AT"}}
	s.between = func() { call(s, "PATCH", `{"city": "Wien"}`) }
	call(s, "PATCH", `{"street": "Ring 2"}`)
	if s.between != nil {
		s.between()
	}
	if s.address.City != "Wien" || s.address.Street != "Ring 2" {
		t.Fatalf("two changes were made, and the address is %+v", s.address)
	}
}
