// Package pictures looks at pictures that lie on other people's servers.
package pictures

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

const (
	patience     = 8 * time.Second
	mostPictures = 500
	mostBytes    = 8 << 20
	mostBody     = 1 << 20
	atATime      = 16
)

// Picture is what is known of one address.
type Picture struct {
	URL   string `json:"url"`
	Type  string `json:"type,omitempty"`
	Bytes int64  `json:"bytes,omitempty"`
	Error string `json:"error,omitempty"`
}

// Checker fetches with the client that it is given; the client reaches public addresses alone, and waits five seconds for an answer to begin.
type Checker struct {
	Client *http.Client
}

func (c Checker) look(ctx context.Context, url string) (Picture, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return Picture{}, errors.New("is no address")
	}
	response, err := c.Client.Do(request)
	if err != nil {
		return Picture{}, errors.New("cannot be reached")
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return Picture{}, fmt.Errorf("answers %d", response.StatusCode)
	}
	size, err := io.Copy(io.Discard, io.LimitReader(response.Body, mostBytes+1))
	if err != nil {
		return Picture{}, errors.New("cannot be read")
	}
	if size > mostBytes {
		return Picture{}, errors.New("is larger than 8 MB")
	}
	return Picture{Type: response.Header.Get("Content-Type"), Bytes: size}, nil
}

// Check looks at all of them, and answers in their order.
func (c Checker) Check(ctx context.Context, urls []string) []Picture {
	pictures := make([]Picture, len(urls))
	slots := make(chan struct{}, atATime)
	var all sync.WaitGroup
	for i, url := range urls {
		slots <- struct{}{}
		all.Add(1)
		go func(i int, url string) {
			defer all.Done()
			defer func() { <-slots }()
			picture, err := c.look(ctx, url)
			if err != nil {
				picture.Error = err.Error()
			}
			picture.URL = url
			pictures[i] = picture
		}(i, url)
	}
	all.Wait()
	return pictures
}

func (c Checker) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var urls []string
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostBody)).Decode(&urls); err != nil {
		http.Error(w, "a list of addresses is wanted", http.StatusBadRequest)
		return
	}
	if len(urls) > mostPictures {
		http.Error(w, "too many pictures", http.StatusBadRequest)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(c.Check(ctx, urls))
}
