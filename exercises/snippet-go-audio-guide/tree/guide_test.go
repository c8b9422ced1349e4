package guide

import (
	"bytes"
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"testing"
)

type shelf map[string]string

func (s shelf) Open(name, ticket string) (io.ReadCloser, error) {
	if ticket != "t1" || s[name] == "" {
		return nil, ErrForbidden
	}
	return io.NopCloser(strings.NewReader(s[name])), nil
}

type calls int

func (c *calls) Inc(...string) { *c++ }

func TestRecordingsAreServed(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	var requests calls
	guide := &Guide{shelf{"monet-1": "water lilies"}, &requests, log.New(&bytes.Buffer{}, "", 0)}
	ended := make(chan error, 1)
	go func() { ended <- guide.Serve(ctx, listener) }()
	address := "http://" + listener.Addr().String()
	for path, want := range map[string]int{"/recordings/monet-1?ticket=t1": 200, "/recordings/monet-1?ticket=t2": 403, "/": 404} {
		response, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != want {
			t.Errorf("%s: %s", path, response.Status)
		}
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
