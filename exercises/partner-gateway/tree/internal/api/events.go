package api

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"strings"
	"time"

	"example.com/courier-gateway/internal/metrics"
	"example.com/courier-gateway/internal/orders"
)

const eventsLimit = 256 << 10

// events takes a partner's news and passes them on. The partner delivers again until all have arrived.
func (a *API) events(w http.ResponseWriter, r *http.Request) {
	name, call, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/partners/"), "/")
	client, ok := a.Partners[name]
	if !ok || call != "events" {
		http.Error(w, "unknown partner", http.StatusNotFound)
		return
	}
	given := []byte(r.Header.Get("Authorization"))
	if subtle.ConstantTimeCompare(given, []byte("Bearer "+client.Secret)) != 1 {
		http.Error(w, "wrong secret", http.StatusUnauthorized)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, eventsLimit))
	if err != nil {
		http.Error(w, "the body cannot be read, or is too large", http.StatusRequestEntityTooLarge)
		return
	}
	var events []orders.Event
	if err := json.Unmarshal(body, &events); err != nil {
		log.Printf("events of %s cannot be read: %v", name, err)
		metrics.Count("events_failed", name)
		http.Error(w, "the body is not an array of events", http.StatusBadRequest)
		return
	}
	if err := a.forward(r.Context(), events); err != nil {
		log.Printf("events of %s were not passed on: %v", name, err)
		metrics.Count("events_failed", name)
		http.Error(w, "not passed on, please deliver again", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

const forwardAtOnce = 4

// forward passes events on and gives up at the first that fails.
func (a *API) forward(ctx context.Context, events []orders.Event) error {
	ctx, cancel := context.WithTimeout(ctx, 8*time.Second)
	defer cancel()
	slots := make(chan struct{}, forwardAtOnce)
	results := make(chan error, len(events))
	for _, event := range events {
		event := event
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			err := a.Orders.SetStatus(ctx, event)
			results <- err
			if err != nil {
				cancel()
			}
		}()
	}
	for range events {
		if err := <-results; err != nil {
			return err
		}
	}
	return nil
}
