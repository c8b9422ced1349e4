package prices

func Total(prices []int) int {
	return 0
}
