package partner

import "time"

// Parcel is what is to be carried.
type Parcel struct {
	Reference string `json:"reference"`
	Country   string `json:"country"`
	Postcode  string `json:"postcode"`
	Grams     int    `json:"grams"`
}

// Booking is a parcel that a partner will carry.
type Booking struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Tracking is where a parcel is.
type Tracking struct {
	Status string    `json:"status"`
	At     time.Time `json:"at"`
}
