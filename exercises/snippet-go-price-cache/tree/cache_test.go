package prices

import (
	"context"
	"testing"
)

type fixed int

func (f fixed) Price(context.Context, string, string) (int, error) { return int(f), nil }

func TestAPriceIsRemembered(t *testing.T) {
	cache := New(fixed(1990))
	for _, sku := range []string{"tea", "tea", "pot"} {
		if cents, err := cache.Price(context.Background(), sku, "EUR"); cents != 1990 || err != nil {
			t.Fatalf("got %d, %v", cents, err)
		}
	}
}
