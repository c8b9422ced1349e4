package shop;

public final class Prices {
}
