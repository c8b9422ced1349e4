// The warehouses' API.
import { getJson } from './http.js';

export interface Level {
  sku: string;
  quantity: number;
}

export interface Delivery {
  sku: string;
  quantity: number;
  due: string;
}

export class Warehouse {
  constructor(private readonly base: string) {}

  // What the warehouse has of a shop, a thousand articles at a time by their sku.
  async levels(shop: string, after: string): Promise<Level[]> {
    return getJson(this.url('/levels', { shop, after }));
  }

  // The deliveries to come of these articles.
  async incoming(shop: string, skus: string[]): Promise<Delivery[]> {
    return await getJson<Delivery[]>(this.url('/incoming', { shop, skus: skus.join(',') }));
  }

  private url(path: string, query: Record<string, string>): URL {
    const url = new URL(path, this.base);
    url.search = new URLSearchParams(query).toString();
    return url;
  }
}
