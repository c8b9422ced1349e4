package api

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sort"

	"example.com/courier-gateway/internal/metrics"
	"example.com/courier-gateway/internal/partner"
)

func (a *API) quotes(w http.ResponseWriter, r *http.Request) {
	var parcel partner.Parcel
	if !readJSON(w, r, &parcel) {
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), a.Budget)
	defer cancel()
	quotes := a.askAll(ctx, parcel)
	if len(quotes) == 0 {
		http.Error(w, "no partner has answered", http.StatusServiceUnavailable)
		return
	}
	sort.Slice(quotes, func(i, j int) bool { return quotes[i].Cents < quotes[j].Cents })
	writeJSON(w, http.StatusOK, quotes)
}

// askAll asks every partner at the same time and takes the quotes that come before ctx ends.
func (a *API) askAll(ctx context.Context, parcel partner.Parcel) []*partner.Quote {
	answers := make(chan *partner.Quote, len(a.Partners))
	for _, client := range a.Partners {
		client := client
		go func() {
			quote, err := client.Quote(ctx, parcel)
			if err != nil && !errors.Is(err, context.Canceled) {
				log.Printf("no quote of %s: %v", client.Name, err)
				metrics.Count("quote_failed", client.Name)
			}
			answers <- quote
		}()
	}
	var quotes []*partner.Quote
	for range a.Partners {
		select {
		case quote := <-answers:
			if quote != nil {
				quotes = append(quotes, quote)
			}
		case <-ctx.Done():
			return quotes
		}
	}
	return quotes
}
