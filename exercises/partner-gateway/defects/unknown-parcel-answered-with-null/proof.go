// The partner has not seen a parcel: the page must get a 404, as it always has.
// in: internal/api
package api

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.com/courier-gateway/internal/partner"
)

func TestAnUnknownParcelIsNotFound(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	gateway := &API{Partners: map[string]*partner.Client{"north": partner.New("north", server.URL, "token", "secret")}}
	recorder := httptest.NewRecorder()
	gateway.Handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/parcels/north/p1", nil))
	if recorder.Code != http.StatusNotFound {
		t.Fatalf("got %d %s", recorder.Code, strings.TrimSpace(recorder.Body.String()))
	}
}
