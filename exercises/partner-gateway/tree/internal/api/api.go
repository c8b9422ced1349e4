// Package api is what the shop, the warehouse and the partners call.
package api

import (
	"encoding/json"
	"log"
	"net/http"
	"strings"
	"time"

	"example.com/courier-gateway/internal/metrics"
	"example.com/courier-gateway/internal/orders"
	"example.com/courier-gateway/internal/partner"
)

const requestLimit = 64 << 10

// API holds what the handlers need.
type API struct {
	Partners map[string]*partner.Client
	Orders   *orders.Client
	Budget   time.Duration // to collect quotes in
}

// Handler routes the calls.
func (a *API) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/quotes", counted("quotes", http.MethodPost, a.quotes))
	mux.Handle("/bookings", counted("bookings", http.MethodPost, a.book))
	mux.Handle("/parcels/", counted("parcels", http.MethodGet, a.track))
	mux.Handle("/partners/", counted("events", http.MethodPost, a.events))
	mux.Handle("/metrics", metrics.Handler())
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return mux
}

func counted(route, method string, handler http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		metrics.Count("requests", route)
		if r.Method != method {
			http.Error(w, "use "+method, http.StatusMethodNotAllowed)
			return
		}
		handler(w, r)
	})
}

type bookingRequest struct {
	Partner string         `json:"partner"`
	Parcel  partner.Parcel `json:"parcel"`
}

func (a *API) book(w http.ResponseWriter, r *http.Request) {
	var request bookingRequest
	if !readJSON(w, r, &request) {
		return
	}
	client, ok := a.Partners[request.Partner]
	if !ok || request.Parcel.Reference == "" {
		http.Error(w, "unknown partner, or a parcel without a reference", http.StatusBadRequest)
		return
	}
	booking, err := client.Book(r.Context(), request.Parcel)
	if err != nil {
		log.Printf("parcel %q was not booked: %v", request.Parcel.Reference, err)
		http.Error(w, "the partner did not book", http.StatusBadGateway)
		return
	}
	writeJSON(w, http.StatusCreated, booking)
}

func (a *API) track(w http.ResponseWriter, r *http.Request) {
	name, id, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/parcels/"), "/")
	client, ok := a.Partners[name]
	if !ok || id == "" {
		http.Error(w, "unknown partner", http.StatusNotFound)
		return
	}
	tracking, err := client.Track(r.Context(), id)
	if err != nil {
		log.Printf("parcel %q was not looked up: %v", id, err)
		http.Error(w, "the partner did not answer", http.StatusBadGateway)
		return
	}
	if tracking == nil {
		http.Error(w, "unknown parcel", http.StatusNotFound)
		return
	}
	writeJSON(w, http.StatusOK, tracking)
}

func readJSON(w http.ResponseWriter, r *http.Request, value any) bool {
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, requestLimit)).Decode(value); err != nil {
		http.Error(w, "the body cannot be read", http.StatusBadRequest)
		return false
	}
	return true
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(value); err != nil {
		log.Printf("an answer was not written: %v", err)
	}
}
