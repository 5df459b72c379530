/** How screens speak to the store, whatever else app/ put into it. */
import type { Action, ThunkDispatch } from '@reduxjs/toolkit';
import { useDispatch } from 'react-redux';
import { baseApi } from './base-api';

export type ApiState = { [baseApi.reducerPath]: ReturnType<typeof baseApi.reducer> };
export type Dispatch<State = ApiState> = ThunkDispatch<State, unknown, Action>;

export const useAppDispatch = useDispatch.withTypes<Dispatch>();
