export const rota = ["Ana", "Ben"];
export const weeks = 2;
