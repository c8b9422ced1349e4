// The page hangs up: the calls to the partners that it waited for must end.
// in: internal/api
package api

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/courier-gateway/internal/partner"
)

func TestACallToAPartnerEndsWithItsCaller(t *testing.T) {
	asked, ended := make(chan struct{}, 8), make(chan struct{}, 8)
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		asked <- struct{}{}
		<-r.Context().Done()
		ended <- struct{}{}
	}))
	defer slow.Close()
	gateway := &API{
		Partners: map[string]*partner.Client{"north": partner.New("north", slow.URL, "token", "secret")},
		Budget:   time.Minute,
	}
	ctx, hangUp := context.WithCancel(context.Background())
	defer hangUp()
	request := httptest.NewRequest(http.MethodPost, "/quotes", strings.NewReader(`{"reference": "r1"}`)).WithContext(ctx)
	go gateway.Handler().ServeHTTP(httptest.NewRecorder(), request)
	<-asked
	hangUp()
	select {
	case <-ended:
	case <-time.After(2500 * time.Millisecond):
		t.Fatal("the page has hung up, and the partner is still asked")
	}
}
