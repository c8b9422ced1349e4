package addresses

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"regexp"
	"strings"
)

const mostBytes = 16 << 10

// Bad is what is wrong with an address; the client is told.
type Bad string

func (b Bad) Error() string { return string(b) }

var postcodes = map[string]*regexp.Regexp{
	"DE": regexp.MustCompile(`^[0-9]{5}$`),
	"AT": regexp.MustCompile(`^[0-9]{4}$`),
	"NL": regexp.MustCompile(`^[0-9]{4} ?[A-Z]{2}$`),
}

// Address is where a customer wants things to be sent. Zip and Postcode are the same: some clients know one, some the other.
type Address struct {
	Street   string `json:"street"`
	City     string `json:"city"`
	Zip      string `json:"zip"`
	Postcode string `json:"postcode"`
	Country  string `json:"country"`
}

// setCountry is for whoever writes no country.
func (a *Address) setCountry() {
	if a.Country == "" {
		a.Country = "DE"
	}
}

// setCodes gives the code both of its names.
func (a *Address) setCodes() {
	if a.Postcode == "" {
		a.Postcode = a.Zip
	}
	a.Zip = a.Postcode
}

func (a Address) check() error {
	code, known := postcodes[a.Country]
	if !known {
		return Bad("we do not deliver to this country")
	}
	if a.Street == "" || a.City == "" || !code.MatchString(a.Postcode) {
		return Bad("street, city and postcode are wanted")
	}
	return nil
}

// Change holds the fields that a PATCH names.
type Change struct {
	Street   *string `json:"street"`
	City     *string `json:"city"`
	Zip      *string `json:"zip"`
	Postcode *string `json:"postcode"`
	Country  *string `json:"country"`
}

func (c Change) apply(a *Address) error {
	if c.Postcode == nil {
		c.Postcode = c.Zip
	}
	for _, each := range []struct{ from, to *string }{
		{c.Street, &a.Street}, {c.City, &a.City}, {c.Postcode, &a.Postcode}, {c.Country, &a.Country},
	} {
		if each.from != nil {
			*each.to = *each.from
		}
	}
	a.setCountry()
	a.setCodes()
	return a.check()
}

// API answers /addresses/<customer>.
type API struct {
	Store Store
}

func (api API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	customer := strings.TrimPrefix(r.URL.Path, "/addresses/")
	var address Address
	var err error
	switch r.Method {
	case http.MethodGet:
		address, err = api.Store.Get(r.Context(), customer)
		address.setCountry()
		address.setCodes()
	case http.MethodPut:
		if err = read(w, r, &address); err == nil {
			address.setCountry()
			address.setCodes()
			err = address.check()
		}
		if err == nil {
			err = api.Store.Put(r.Context(), customer, address)
		}
	case http.MethodPatch:
		var change Change
		if err = read(w, r, &change); err == nil {
			address, err = api.Store.Update(r.Context(), customer, change.apply)
		}
	default:
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	answer(w, address, err)
}

func read(w http.ResponseWriter, r *http.Request, into any) error {
	if json.NewDecoder(http.MaxBytesReader(w, r.Body, mostBytes)).Decode(into) != nil {
		return Bad("no JSON")
	}
	return nil
}

func answer(w http.ResponseWriter, address Address, err error) {
	var bad Bad
	switch {
	case errors.As(err, &bad):
		http.Error(w, bad.Error(), http.StatusBadRequest)
	case errors.Is(err, ErrUnknown):
		http.Error(w, "no address", http.StatusNotFound)
	case err != nil:
		log.Printf("address: %v", err)
		http.Error(w, "internal", http.StatusInternalServerError)
	default:
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(address)
	}
}
