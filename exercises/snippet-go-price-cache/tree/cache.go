// Package prices remembers what the price service has said.
package prices

import (
	"context"
	"log"
	"sync"
	"time"
)

const (
	freshFor  = time.Minute
	usableFor = 10 * time.Minute
)

// Source asks the price service, which answers -1 for a sku that it does not know; the client behind it gives up after two seconds.
type Source interface {
	Price(ctx context.Context, sku, currency string) (cents int, err error)
}

type key struct {
	sku, currency string
}

type entry struct {
	cents int
	at    time.Time
}

// Cache is shared by all requests of the product pages.
type Cache struct {
	source  Source
	mutex   sync.Mutex
	entries map[key]entry
}

// New makes an empty cache.
func New(source Source) *Cache {
	return &Cache{source: source, entries: map[key]entry{}}
}

// Price is a price of at most ten minutes ago, mostly of the last minute.
func (c *Cache) Price(ctx context.Context, sku, currency string) (int, error) {
	wanted := key{sku, currency}
	c.mutex.Lock()
	known, ok := c.entries[wanted]
	c.mutex.Unlock()
	if ok && time.Since(known.at) < freshFor {
		return known.cents, nil
	}
	cents, err := c.source.Price(ctx, sku, currency)
	if err != nil {
		if ok && time.Since(known.at) < usableFor {
			log.Printf("price of %q not refreshed: %v", sku, err)
			return known.cents, nil
		}
		return 0, err
	}
	c.keep(wanted, cents)
	return cents, nil
}

// mostPrices is more than a day's customers look at.
const mostPrices = 10000

func (c *Cache) keep(wanted key, cents int) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if len(c.entries) >= mostPrices {
		c.makeRoom()
	}
	c.entries[wanted] = entry{cents, time.Now()}
}

// makeRoom drops half of the prices, whichever: what is asked for often is soon back.
func (c *Cache) makeRoom() {
	for wanted := range c.entries {
		if len(c.entries) <= mostPrices/2 {
			return
		}
		delete(c.entries, wanted)
	}
}
