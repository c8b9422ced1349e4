// Package api is what exams and the student's page call.
package api

import (
	"encoding/json"
	"log"
	"net/http"
	"regexp"
	"strings"
	"time"

	"example.com/certificates/internal/archive"
	"example.com/certificates/internal/metrics"
	"example.com/certificates/internal/notary"
	"example.com/certificates/internal/platform"
	"example.com/certificates/internal/rest"
)

const bodyLimit = 16 << 10

var number = regexp.MustCompile(`^R-[0-9]{1,12}$`)

// API holds what the handlers need.
type API struct {
	Queue   *platform.Queue
	Archive *archive.Client
}

// Handler routes the calls.
func (a *API) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/certificates", a.take)
	mux.HandleFunc("/certificates/", a.show)
	mux.Handle("/metrics", metrics.Handler())
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return mux
}

// take takes a result and answers before its certificate is issued.
func (a *API) take(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "use POST", http.StatusMethodNotAllowed)
		return
	}
	var certificate notary.Certificate
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, bodyLimit)).Decode(&certificate); err != nil {
		http.Error(w, "the body cannot be read", http.StatusBadRequest)
		return
	}
	if !complete(certificate) {
		http.Error(w, "the result is not complete", http.StatusBadRequest)
		return
	}
	if err := a.Queue.Add(r.Context(), certificate, 0); err != nil {
		log.Printf("%s was not queued: %v", certificate.Result, err)
		metrics.Count("not_taken", rest.Service(err))
		http.Error(w, "not taken, please send it again", http.StatusServiceUnavailable)
		return
	}
	metrics.Count("taken", "exams")
	w.WriteHeader(http.StatusAccepted)
}

func (a *API) show(w http.ResponseWriter, r *http.Request) {
	result := strings.TrimPrefix(r.URL.Path, "/certificates/")
	if r.Method != http.MethodGet || !number.MatchString(result) {
		http.NotFound(w, r)
		return
	}
	pdf, err := a.Archive.Get(r.Context(), result)
	if err != nil {
		log.Printf("%s was not looked up: %v", result, err)
		metrics.Count("not_shown", rest.Service(err))
		http.Error(w, "the archive does not answer", http.StatusBadGateway)
		return
	}
	if pdf == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Write(pdf)
}

func complete(c notary.Certificate) bool {
	_, err := time.Parse("2006-01-02", c.PassedOn)
	return err == nil && number.MatchString(c.Result) && c.Name != "" && c.Course != ""
}
