// Command gateway serves the API.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"math/rand"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/courier-gateway/internal/api"
	"example.com/courier-gateway/internal/orders"
	"example.com/courier-gateway/internal/partner"
)

const drainTime = 20 * time.Second

func main() {
	rand.Seed(time.Now().UnixNano())
	http.DefaultTransport.(*http.Transport).MaxIdleConnsPerHost = 24
	partners, err := readPartners(os.Getenv("PARTNERS"))
	if err != nil {
		log.Fatal(err)
	}
	ordersURL := os.Getenv("ORDERS_URL")
	if ordersURL == "" {
		log.Fatal("ORDERS_URL is not set")
	}
	listener, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	gateway := &api.API{
		Partners: partners,
		Orders:   orders.New(ordersURL),
		Budget:   1500 * time.Millisecond,
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx, listener, gateway.Handler()); err != nil {
		log.Fatal(err)
	}
}

func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadTimeout: 10 * time.Second, WriteTimeout: 20 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Print("stopping")
	draining, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	return server.Shutdown(draining)
}

type partnerConfig struct {
	Name, URL, Token, Secret string
}

func readPartners(path string) (map[string]*partner.Client, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var configs []partnerConfig
	if err := json.Unmarshal(text, &configs); err != nil {
		return nil, err
	}
	partners := map[string]*partner.Client{}
	for _, config := range configs {
		if config.Secret == "" {
			return nil, fmt.Errorf("partner %q has no secret", config.Name)
		}
		partners[config.Name] = partner.New(config.Name, config.URL, config.Token, config.Secret)
	}
	return partners, nil
}
