// Two replicas take a call each: both have to be counted against the same limit, or each against its share of it.
// in: cmd/certificates
package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/certificates/internal/archive"
	"example.com/certificates/internal/platform"
)

func TestReplicasCountTogether(t *testing.T) {
	const replicas, contract = 3, 1200
	var mutex sync.Mutex
	touched := map[string]bool{}
	services := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		defer mutex.Unlock()
		touched[strings.TrimSuffix(r.URL.Path, "/add")] = true
		fmt.Fprint(w, `{"value": 1}`)
	}))
	defer services.Close()
	for _, name := range []string{"NOTARY_URL", "COUNTERS_URL"} {
		t.Setenv(name, services.URL)
	}
	t.Setenv("NOTARY_TOKEN", "token")
	perMinute := 0
	for try := 0; try < 3; try++ {
		touched = map[string]bool{}
		minute := time.Now().Truncate(time.Minute)
		for replica := 0; replica < replicas; replica++ {
			t.Setenv("HOSTNAME", fmt.Sprint("certificates-", replica))
			pool := newPool(platform.NewQueue(services.URL, "certificates"), archive.New(services.URL))
			perMinute = pool.Limiter.PerMinute
			ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
			err := pool.Limiter.Wait(ctx)
			cancel()
			if err != nil {
				t.Fatal(err)
			}
		}
		if time.Now().Truncate(time.Minute).Equal(minute) {
			break
		}
	}
	if len(touched) > 1 && perMinute*replicas > contract {
		t.Fatalf("%d replicas count with %d counters, each up to %d", replicas, len(touched), perMinute)
	}
}
