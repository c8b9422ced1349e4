CREATE TABLE levels (
  shop TEXT NOT NULL,
  sku TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (shop, sku)
);
