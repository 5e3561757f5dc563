/** Dictionaries of single characters: `from to|from to|…`. */
declare module 'opencc-js/dict/*' {
  const pairs: string
  export default pairs
}
