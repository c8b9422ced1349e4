// Package limit keeps the calls of all replicas together below somebody's limit.
package limit

import (
	"context"
	"fmt"
	"time"

	"example.com/certificates/internal/metrics"
	"example.com/certificates/internal/platform"
)

// Limiter allows a number of calls in each calendar minute.
type Limiter struct {
	Counters  *platform.Counters
	Name      string
	PerMinute int
}

// Wait returns nil when one call may be made.
func (l *Limiter) Wait(ctx context.Context) error {
	for {
		minute := time.Now().Truncate(time.Minute)
		key := fmt.Sprintf("%s-%d", l.Name, minute.Unix())
		taken, err := l.Counters.Add(ctx, key, 1, 2*time.Minute)
		if err != nil {
			return err
		}
		if taken <= l.PerMinute {
			return nil
		}
		metrics.Count("limited", l.Name)
		if err := sleepUntil(ctx, minute.Add(time.Minute)); err != nil {
			return err
		}
	}
}

func sleepUntil(ctx context.Context, when time.Time) error {
	timer := time.NewTimer(time.Until(when))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
