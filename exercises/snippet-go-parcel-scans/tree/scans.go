package scans

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
)

const mostBytes = 64 << 10

var mails = map[string]string{
	"out_for_delivery": "Your parcel has been handed to the driver.",
	"delivered":        "Your parcel is there.",
}

// Handler takes scans.
type Handler struct {
	Database Database
}

func (h Handler) take(ctx context.Context, scan Scan) error {
	return h.Database.InTx(ctx, func(tx Tx) error {
		isNew, err := tx.AddScan(ctx, scan)
		if err != nil || !isNew {
			return err
		}
		text, wanted := mails[scan.State]
		if !wanted {
			return nil
		}
		return tx.QueueMail(ctx, scan.Parcel, text)
	})
}

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var scan Scan
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostBytes)).Decode(&scan); err != nil {
		http.Error(w, "no scan", http.StatusBadRequest)
		return
	}
	if scan.ID == "" || scan.Parcel == "" {
		http.Error(w, "id and parcel are wanted", http.StatusBadRequest)
		return
	}
	if err := h.take(r.Context(), scan); err != nil {
		log.Printf("scan %q: %v", scan.ID, err)
		http.Error(w, "not stored", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
