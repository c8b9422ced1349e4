// A deployment comes while somebody listens.
// in: .
package guide

import (
	"bytes"
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

var (
	_ = strings.Contains
	_ = time.Now
	_ = io.EOF
)

type series struct {
	mutex sync.Mutex
	seen  map[string]bool
}

func (s *series) Inc(labels ...string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.seen[strings.Join(labels, " ")] = true
}

type text struct {
	mutex  sync.Mutex
	buffer bytes.Buffer
}

func (t *text) Write(p []byte) (int, error) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return t.buffer.Write(p)
}

func (t *text) String() string {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return t.buffer.String()
}

type slow struct{ pause time.Duration }

func (s slow) Open(string, string) (io.ReadCloser, error) {
	time.Sleep(s.pause)
	return io.NopCloser(strings.NewReader("the voice of the guide")), nil
}

type running struct {
	address string
	lines   *text
	series  *series
	stop    context.CancelFunc
	ended   chan error
}

func serve(t *testing.T, pause time.Duration) running {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	r := running{"http://" + listener.Addr().String(), &text{}, &series{seen: map[string]bool{}}, cancel, make(chan error, 1)}
	guide := &Guide{Store: slow{pause}, Requests: r.series, Log: log.New(r.lines, "", 0)}
	go func() { r.ended <- guide.Serve(ctx, listener) }()
	return r
}

func fetch(url string) (string, error) {
	response, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return string(body), err
}

func TestADownloadMayFinish(t *testing.T) {
	r := serve(t, 500*time.Millisecond)
	type outcome struct {
		body string
		err  error
	}
	got := make(chan outcome, 1)
	go func() {
		body, err := fetch(r.address + "/recordings/monet-1?ticket=t1")
		got <- outcome{body, err}
	}()
	time.Sleep(150 * time.Millisecond)
	r.stop()
	if o := <-got; o.body != "the voice of the guide" {
		t.Fatalf("cut off: %v", o.err)
	}
	<-r.ended
}
