// The bank answers 502 all night, and at six the job is cancelled.
// in: .
package refunds

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// bank answers requests without a network.
type bank struct {
	asked  int32
	open   int32
	answer func(*http.Request) (int, string, error)
}

type body struct {
	io.Reader
	bank *bank
	shut int32
}

func (b *body) Close() error {
	if atomic.AddInt32(&b.shut, 1) == 1 {
		atomic.AddInt32(&b.bank.open, -1)
	}
	return nil
}

func (b *bank) RoundTrip(r *http.Request) (*http.Response, error) {
	atomic.AddInt32(&b.asked, 1)
	status, text, err := b.answer(r)
	if err != nil {
		return nil, err
	}
	atomic.AddInt32(&b.open, 1)
	return &http.Response{StatusCode: status, Status: http.StatusText(status), Request: r, Header: http.Header{}, Body: &body{strings.NewReader(text), b, 0}}, nil
}

func client(b *bank) *Client {
	return New("http://bank.test", &http.Client{Transport: b})
}

var (
	_ = errors.New
	_ = context.Background
	_ = time.Now
)

func TestTheBankIsLeftAlone(t *testing.T) {
	stop := make(chan struct{})
	b := &bank{}
	b.answer = func(*http.Request) (int, string, error) {
		select {
		case <-stop:
			return 404, "", nil
		default:
			return 502, "", nil
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	done := make(chan struct{})
	go func() {
		client(b).State(ctx, "C-1")
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(4 * time.Second):
		close(stop)
		<-done
		t.Fatalf("cancelled three seconds ago, and asked %d times so far", b.asked)
	}
	if b.asked > 20 {
		t.Fatalf("asked %d times in a second", b.asked)
	}
}
