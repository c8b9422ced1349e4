package limit

import (
	"context"
	"errors"
	"testing"
	"time"

	"example.com/certificates/internal/platform"
	"example.com/certificates/internal/platform/platformtest"
)

func TestWait(t *testing.T) {
	counters := platform.NewCounters(platformtest.NewCounters(t))
	limiter := &Limiter{Counters: counters, Name: "notary", PerMinute: 3}
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	allowed := 0
	var err error
	for err == nil && allowed < 10 {
		if err = limiter.Wait(ctx); err == nil {
			allowed++
		}
	}
	if !errors.Is(err, context.DeadlineExceeded) || allowed < 3 || allowed > 6 { // more than 3: a minute ended meanwhile
		t.Fatalf("%d calls were allowed, then %v", allowed, err)
	}
}
