/** Under which the list of users is cached. */
export const usersKey = ['users'];
