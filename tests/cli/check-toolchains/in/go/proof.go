package proof

import (
	"testing"

	"shop/internal/prices"
)

func TestSum(t *testing.T) {
	if got := prices.Total([]int{1, 2}); got != 3 {
		t.Fatalf("charged %d", got)
	}
}
