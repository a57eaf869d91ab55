// Memos
