// One price is slow to come: another one, which is known, must not wait for it.
// in: .
package prices

import (
	"context"
	"testing"
	"time"
)

type slow struct {
	asked, release chan struct{}
}

func (s slow) Price(_ context.Context, sku, _ string) (int, error) {
	if sku == "slow" {
		s.asked <- struct{}{}
		<-s.release
	}
	return 1990, nil
}

func TestAKnownPriceDoesNotWaitForAnother(t *testing.T) {
	source := slow{make(chan struct{}, 1), make(chan struct{})}
	defer close(source.release)
	cache := New(source)
	cache.Price(context.Background(), "tea", "EUR")
	go cache.Price(context.Background(), "slow", "EUR")
	<-source.asked
	known := make(chan struct{})
	go func() {
		cache.Price(context.Background(), "tea", "EUR")
		close(known)
	}()
	select {
	case <-known:
	case <-time.After(3 * time.Second):
		t.Fatal("a known price waits for the price service to answer for another")
	}
}
