"""Assets: what pages load besides pictures: the stylesheet and the scripts."""
