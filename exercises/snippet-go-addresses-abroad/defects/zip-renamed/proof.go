// An app of last year writes an address and reads it again.
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

func TestAnOldAppFindsItsZip(t *testing.T) {
	s := &shelf{}
	code, said := call(s, "PUT", `{"street": "Am Markt 1", "city": "Bonn", "zip": "53111", "country": "DE"}`)
	if code != 200 {
		t.Fatalf("an old app's address is answered %d %s", code, said)
	}
	if _, said = call(s, "GET", ""); !strings.Contains(said, `"zip":"53111"`) {
		t.Fatalf("an old app reads %s", said)
	}
}
