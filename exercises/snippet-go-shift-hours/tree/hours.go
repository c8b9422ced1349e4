package hours

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

const patience = 5 * time.Second

const (
	usual = 100
	most  = 500
)

var errParameter = errors.New("site, from and a later to are wanted, after and limit are numbers")

// Handler lists shifts.
type Handler struct {
	Book Book
}

type wish struct {
	site     string
	from, to time.Time
	after    int64
	limit    int
}

func number(text string, fallback int64) (int64, error) {
	if text == "" {
		return fallback, nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 {
		return 0, errParameter
	}
	return n, nil
}

func read(query url.Values) (w wish, err error) {
	if w.site = query.Get("site"); w.site == "" {
		return w, errParameter
	}
	from, err1 := time.Parse("2006-01-02", query.Get("from"))
	to, err2 := time.Parse("2006-01-02", query.Get("to"))
	after, err3 := number(query.Get("after"), 0)
	limit, err4 := number(query.Get("limit"), usual)
	for _, err := range []error{err1, err2, err3, err4} {
		if err != nil {
			return w, errParameter
		}
	}
	if !from.Before(to) {
		return w, errParameter
	}
	if limit > most {
		limit = most
	}
	w.from, w.to, w.after, w.limit = from, to, after, int(limit)
	return w, nil
}

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	wish, err := read(r.URL.Query())
	if err != nil {
		http.Error(w, errParameter.Error(), http.StatusBadRequest)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	shifts, err := h.Book.Between(ctx, wish.site, wish.from, wish.to, wish.after, wish.limit)
	if err != nil {
		log.Printf("shifts of %q: %v", wish.site, err)
		http.Error(w, "please try again later", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(shifts); err != nil {
		log.Printf("shifts of %q: %v", wish.site, err)
	}
}
