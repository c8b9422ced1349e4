export interface Report {
  celsius: number;
  warnings: string[];
}

export interface Office {
  // Rejects when there is no usable answer within two seconds.
  report(hut: string): Promise<Report>;
}

export interface Counter {
  // Adds one to the series with these labels; a new combination of values is a new series.
  inc(labels: Record<string, string>): void;
}
