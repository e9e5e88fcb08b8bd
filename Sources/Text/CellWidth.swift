package func cellWidth(_ character: Character) -> Int { 1 }
