export interface Message {
  id: string;
  // How often it has been delivered, this time included.
  attempts: number;
  body: string;
}

// Settles messages. A message is settled once; what is said of it afterwards is not heard.
export interface Channel {
  ack(message: Message): void;
  // Puts it back: it comes again after so many seconds, before what arrives later.
  again(message: Message, seconds: number): void;
  park(message: Message): void;
}

export interface Sight {
  camera: string;
  plate: string;
  kmh: number;
  limit: number;
  // When the gateway took it, by the gateway's clock.
  at: string;
}

export interface Tables {
  // False when there is a fine for this message already.
  addFine(message: string, sight: Sight, euros: number): Promise<boolean>;
  addLetter(message: string, plate: string): Promise<void>;
}

// Called directly, each call is a transaction of its own.
export interface Db extends Tables {
  transaction(work: (tables: Tables) => Promise<void>): Promise<void>;
}
