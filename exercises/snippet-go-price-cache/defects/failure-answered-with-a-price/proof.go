// The price service is down and nothing is known: there must be an error, not a price.
// in: .
package prices

import (
	"context"
	"errors"
	"testing"
)

type down struct{}

func (down) Price(context.Context, string, string) (int, error) { return 0, errors.New("down") }

func TestNoPriceIsMadeUp(t *testing.T) {
	if cents, err := New(down{}).Price(context.Background(), "tea", "EUR"); err == nil {
		t.Fatalf("the price service is down, and tea costs %d", cents)
	}
}
