// Two visitors want one seat while the box office takes its time: one of them must be refused.
// in: .
package seats

import (
	"context"
	"sync"
	"testing"
	"time"
)

type slowBox struct{ asked sync.WaitGroup }

func (b *slowBox) Sold(context.Context, string) (bool, error) {
	b.asked.Done()
	both := make(chan struct{})
	go func() { b.asked.Wait(); close(both) }()
	select {
	case <-both:
	case <-time.After(time.Second):
	}
	return false, nil
}

func TestOneOfTwoIsRefused(t *testing.T) {
	office := &slowBox{}
	office.asked.Add(2)
	s, answers := New(office), make(chan error, 2)
	for _, visitor := range []string{"ada", "bob"} {
		visitor := visitor
		go func() { answers <- s.Hold(context.Background(), "K12", visitor) }()
	}
	if first, second := <-answers, <-answers; first == nil && second == nil {
		t.Fatal("both visitors hold the seat K12")
	}
}
