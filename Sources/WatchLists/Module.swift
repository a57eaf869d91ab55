// WatchLists
