// Many pictures are not found: no connection may be left behind.
// in: .
package pictures

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestNoConnectionIsLeftBehind(t *testing.T) {
	var open atomic.Int64
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusNotFound)
		w.Write([]byte(strings.Repeat("gone ", 20000)))
	}))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		switch state {
		case http.StateNew:
			open.Add(1)
		case http.StateClosed, http.StateHijacked:
			open.Add(-1)
		}
	}
	server.Start()
	client := &http.Client{Transport: &http.Transport{}}
	urls := make([]string, 60)
	for i := range urls {
		urls[i] = server.URL
	}
	Checker{client}.Check(context.Background(), urls)
	client.CloseIdleConnections()
	for until := time.Now().Add(3 * time.Second); open.Load() > 0 && time.Now().Before(until); {
		time.Sleep(20 * time.Millisecond)
	}
	if left := open.Load(); left > 0 {
		t.Fatalf("60 pictures were looked at, and %d connections are still open", left)
	}
}
