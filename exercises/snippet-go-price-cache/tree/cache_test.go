package prices

import (
	"context"
	"testing"
)

type counting int

func (c *counting) Price(context.Context, string, string) (int, error) {
	*c++
	return 1990, nil
}

func TestAPriceIsRemembered(t *testing.T) {
	var source counting
	cache := New(&source)
	for _, sku := range []string{"tea", "tea", "pot"} {
		if cents, err := cache.Price(context.Background(), sku, "EUR"); cents != 1990 || err != nil {
			t.Fatalf("got %d, %v", cents, err)
		}
	}
	if source != 2 {
		t.Errorf("the price service was asked %d times for two prices", source)
	}
}
