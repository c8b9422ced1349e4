// Somebody asks for very many skus: the cache must not keep them all.
// in: .
package prices

import (
	"context"
	"runtime"
	"strconv"
	"testing"
)

type every struct{}

func (every) Price(context.Context, string, string) (int, error) { return 1990, nil }

func heap() uint64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

func TestTheCacheIsBounded(t *testing.T) {
	const asked, most = 400000, 12 << 20
	cache, before := New(every{}), heap()
	for i := 0; i < asked; i++ {
		cache.Price(context.Background(), strconv.Itoa(i), "EUR")
	}
	if after := heap(); after > before+most {
		t.Fatalf("%d skus were asked for, and %d MB are kept", asked, (after-before)>>20)
	}
	runtime.KeepAlive(cache)
}
