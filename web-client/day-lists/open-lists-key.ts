export const openListsKey = ['day-lists', 'open'];
