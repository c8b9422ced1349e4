package seats

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// BoxOffice knows which seats are paid for.
type BoxOffice interface {
	Sold(ctx context.Context, seat string) (bool, error)
}

// HTTPBoxOffice asks the box office's server.
type HTTPBoxOffice struct {
	URL string
}

var client = &http.Client{Timeout: time.Second}

// Sold tells whether somebody has paid for the seat.
func (b HTTPBoxOffice) Sold(ctx context.Context, seat string) (bool, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, b.URL+"/seats/"+url.PathEscape(seat), nil)
	if err != nil {
		return false, err
	}
	response, err := client.Do(request)
	if err != nil {
		return false, err
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case http.StatusOK:
		return true, nil
	case http.StatusNotFound:
		return false, nil
	}
	return false, fmt.Errorf("the box office answers %s", response.Status)
}
