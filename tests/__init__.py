"""The tests mirror plugins/ file by file; site/ asks questions of built sites;
example/ is a miniature site."""
