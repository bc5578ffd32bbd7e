"""Questions asked of built sites, the example and the real one."""
