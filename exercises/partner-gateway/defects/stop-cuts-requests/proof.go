// The process is told to stop while it answers a request: the caller must get the answer.
// in: cmd/gateway
package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

func TestARequestInFlightIsAnswered(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	begun := make(chan struct{})
	handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		time.Sleep(700 * time.Millisecond)
		io.WriteString(w, "booked")
	})
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	served := make(chan error, 1)
	go func() { served <- serve(ctx, listener, handler) }()
	go func() {
		<-begun
		stop()
	}()
	resp, err := http.Post("http://"+listener.Addr().String()+"/bookings", "application/json", nil)
	if err != nil {
		t.Fatalf("the request in flight was cut off: %v", err)
	}
	defer resp.Body.Close()
	if text, err := io.ReadAll(resp.Body); string(text) != "booked" {
		t.Fatalf("the request in flight was cut off: %q, %v", text, err)
	}
	select {
	case <-served:
	case <-time.After(10 * time.Second):
		t.Fatal("it does not stop")
	}
}
