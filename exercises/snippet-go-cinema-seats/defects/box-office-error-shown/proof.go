// The box office cannot be reached: its address is nobody's business.
// in: .
package seats

import (
	"context"
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
)

type lostBox struct{}

func (lostBox) Sold(context.Context, string) (bool, error) {
	return false, errors.New(`Get "http://10.3.0.7:8080/seats/K12": connection refused`)
}

func TestTheAddressStaysInTheHouse(t *testing.T) {
	recorder := httptest.NewRecorder()
	New(lostBox{}).ServeHTTP(recorder, httptest.NewRequest("POST", "/hold?seat=K12&visitor=ada", nil))
	if recorder.Code < 500 || strings.Contains(recorder.Body.String(), "10.3.0.7") {
		t.Fatalf("visitors read: %d %s", recorder.Code, recorder.Body)
	}
}
