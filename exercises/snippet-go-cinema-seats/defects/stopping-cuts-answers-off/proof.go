// The server is told to stop while it works on a request: the request gets its answer.
// in: .
package seats

import (
	"context"
	"net"
	"net/http"
	"testing"
	"time"
)

func TestARequestIsAnsweredToItsEnd(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stop, now := context.WithCancel(context.Background())
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		now()
		time.Sleep(500 * time.Millisecond)
		w.WriteHeader(http.StatusNoContent)
	})
	go Serve(stop, listener, handler)
	client := &http.Client{Timeout: 5 * time.Second}
	response, err := client.Post("http://"+listener.Addr().String()+"/hold", "", nil)
	if err != nil {
		t.Fatalf("a request that was being worked on gets no answer: %v", err)
	}
	response.Body.Close()
}
