// A message of the warehouses' queue and what can be done with it.
export interface Message {
  id: string;
  attempts: number; // how often it has been delivered, this time included
  body: string;
}

export interface Channel {
  ack(message: Message): void;
  nack(message: Message, allUpTo: boolean, requeue: boolean): void;
  later(message: Message, seconds: number): void;
}
