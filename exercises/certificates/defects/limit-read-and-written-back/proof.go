// Many workers of several replicas ask at the same moment: no more of them may be allowed than the limit says.
package proof

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"example.com/certificates/internal/limit"
	"example.com/certificates/internal/platform"
)

// slowCounters is one number, whatever the key, so that a minute that ends meanwhile changes nothing. Answers take a
// while to arrive.
func slowCounters() http.Handler {
	var mutex sync.Mutex
	value := 0
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var in struct {
			Value int `json:"value"`
		}
		json.NewDecoder(r.Body).Decode(&in)
		mutex.Lock()
		switch r.Method {
		case http.MethodPut:
			value = in.Value
		case http.MethodPost:
			value += in.Value
		}
		now := value
		mutex.Unlock()
		time.Sleep(50 * time.Millisecond)
		fmt.Fprintf(w, `{"value": %d}`, now)
	})
}

func TestTheLimitHoldsForAll(t *testing.T) {
	const perMinute, replicas, workers = 8, 3, 16
	server := httptest.NewServer(slowCounters())
	defer server.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	var allowed atomic.Int32
	var asking sync.WaitGroup
	for replica := 0; replica < replicas; replica++ {
		limiter := &limit.Limiter{Counters: platform.NewCounters(server.URL), Name: "notary", PerMinute: perMinute}
		for worker := 0; worker < workers; worker++ {
			asking.Add(1)
			go func() {
				defer asking.Done()
				if limiter.Wait(ctx) == nil {
					allowed.Add(1)
				}
			}()
		}
	}
	asking.Wait()
	if got := allowed.Load(); got > perMinute || got == 0 {
		t.Fatalf("%d calls were allowed, the limit is %d", got, perMinute)
	}
}
