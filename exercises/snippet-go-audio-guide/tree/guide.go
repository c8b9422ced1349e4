package guide

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"time"
)

const (
	prefix   = "/recordings/"
	patience = 50 * time.Second
)

// Guide is the server.
type Guide struct {
	Store    Store
	Requests Counter
	Log      *log.Logger
}

func (g *Guide) recording(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, prefix)
	recording, err := g.Store.Open(name, r.URL.Query().Get("ticket"))
	if errors.Is(err, ErrForbidden) {
		http.Error(w, "not with this ticket", http.StatusForbidden)
		return
	}
	if err != nil {
		g.Log.Printf("opening %q: %v", name, err)
		http.Error(w, "please try again", http.StatusInternalServerError)
		return
	}
	defer recording.Close()
	w.Header().Set("Content-Type", "audio/mpeg")
	if _, err := io.Copy(w, recording); err != nil {
		g.Log.Printf("sending %q: %v", name, err)
		panic(http.ErrAbortHandler) // so that the phone does not take half a recording for a whole one
	}
}

// seen counts a request and writes it to the log.
func (g *Guide) seen(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		defer func() {
			g.Requests.Inc("path", prefix, "method", methodOf(r))
			g.Log.Printf("%s %q took %v", r.Method, r.URL.Path, time.Since(begin))
		}()
		next(w, r)
	}
}

func methodOf(r *http.Request) string {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return r.Method
	}
	return "other"
}

// Serve serves until the context ends, and lets those who are being served finish.
func (g *Guide) Serve(ctx context.Context, listener net.Listener) error {
	mux := http.NewServeMux()
	mux.HandleFunc(prefix, g.seen(g.recording))
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute, ErrorLog: g.Log}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return server.Shutdown(last)
}
