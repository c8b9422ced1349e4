// Refused transfers: are their answers given back?
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

func TestAnswersAreClosed(t *testing.T) {
	b := &bank{answer: func(*http.Request) (int, string, error) { return 422, "no such account", nil }}
	for i := 0; i < 10; i++ {
		if err := client(b).Pay(context.Background(), "C-1", "", 1); !errors.Is(err, ErrRefused) {
			t.Fatalf("a 422 means %v", err)
		}
	}
	if b.open != 0 {
		t.Fatalf("%d answers are still open", b.open)
	}
}
