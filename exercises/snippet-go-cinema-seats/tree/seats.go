// Package seats holds seats for people who are about to pay.
package seats

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"regexp"
	"sync"
	"time"
)

const holdFor = 10 * time.Minute

var (
	errTaken = errors.New("the seat is taken")
	seatName = regexp.MustCompile(`^[A-Z][1-9][0-9]?$`)
)

type hold struct {
	visitor string
	until   time.Time
}

// Seats keeps the holds. A hall has at most 26 rows of 99, so there is no need to forget any.
type Seats struct {
	Box   BoxOffice
	mutex sync.Mutex
	holds map[string]hold
}

// New has no holds.
func New(box BoxOffice) *Seats {
	return &Seats{Box: box, holds: map[string]hold{}}
}

// Hold takes a free seat for the visitor.
func (s *Seats) Hold(ctx context.Context, seat, visitor string) error {
	sold, err := s.Box.Sold(ctx, seat)
	if err != nil {
		return err
	}
	if sold {
		return errTaken
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if held, ok := s.holds[seat]; ok && held.visitor != visitor && time.Now().Before(held.until) {
		return errTaken
	}
	s.holds[seat] = hold{visitor, time.Now().Add(holdFor)}
	return nil
}

func (s *Seats) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	seat, visitor := r.FormValue("seat"), r.FormValue("visitor")
	if !seatName.MatchString(seat) || visitor == "" {
		http.Error(w, "a seat and a visitor are wanted", http.StatusBadRequest)
		return
	}
	err := s.Hold(r.Context(), seat, visitor)
	if errors.Is(err, errTaken) {
		http.Error(w, errTaken.Error(), http.StatusConflict)
		return
	}
	if err != nil {
		log.Printf("hold %s: %v", seat, err)
		http.Error(w, "please try again", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// Serve answers until stop is done.
func Serve(stop context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-stop.Done():
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return server.Shutdown(ctx)
}
